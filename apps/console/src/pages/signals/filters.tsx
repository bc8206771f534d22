import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { QueryField } from '../../ui/query-field.js';
import { useSignalText } from './text.js';

/** What waits to be looked at is shown unless another state is asked for. */
const FIRST = 'new';
const ALL = 'all';
const FILTERS = ['q', 'state', 'channel'];

/** The filters of the address; `isOpen` when the list shows nothing but what is new. */
export function useSignalFilters() {
  const { get } = useAddress();
  const state = get('state') ?? FIRST;
  const filters = { state: state === ALL ? null : state, channel: get('channel'), q: get('q') };
  return { filters, cursor: get('cursor'), isFirst: state === FIRST && !filters.channel && !filters.q };
}

export function SignalFilters() {
  const t = useSignalText();
  const words = useWords();
  const { get, set } = useAddress();
  return (
    <Filters query={<QueryField label={t('q')} />} names={FILTERS}>
      <Filter name="state">
        <SelectField
          label={t('state')}
          choices={[...choicesOf(words.signal), { id: ALL, label: t('allStates') }]}
          value={get('state') ?? FIRST}
          onChange={(state) => set({ state: state === FIRST ? null : state })}
        />
      </Filter>
      <Filter name="channel">
        <SelectField
          label={t('channel')}
          choices={choicesOf(words.channel)}
          value={get('channel')}
          onChange={(channel) => set({ channel })}
          optional={t('allChannels')}
        />
      </Filter>
    </Filters>
  );
}
