import { useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useAddress } from './address.js';

const TYPING_MS = 250;

/** Searches while one types, under `q` of the address. */
export function QueryField({ label, placeholder }: { label: string; placeholder?: string }) {
  const { get, set } = useAddress();
  const inAddress = get('q') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const sent = useRef(inAddress);
  // Changed by others, e.g. by going back: what is typed meanwhile is not overwritten by its own echo.
  useEffect(() => {
    if (inAddress === sent.current) return;
    sent.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (typed.trim() === inAddress) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      set({ q: typed.trim() }, { replace: true });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, inAddress, set]);
  return (
    <SearchField
      className="field filter filter-wide"
      data-applied={typed ? '' : undefined}
      value={typed}
      onChange={setTyped}
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" placeholder={placeholder} />
    </SearchField>
  );
}
