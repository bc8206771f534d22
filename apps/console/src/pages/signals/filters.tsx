import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { QueryField } from '../../ui/query-field.js';
import { useSignalText } from './text.js';

/** What waits to be looked at is shown unless another state is asked for. */
const FIRST = 'waiting';
const FILTERS = ['q', 'state', 'channel', 'reported'];

/** The filters of the address; `isOpen` when the list shows nothing but what is new. */
export function useSignalFilters() {
  const { get } = useAddress();
  const state = get('state') ?? FIRST;
  const filters = { state, channel: get('channel'), q: get('q'), reported: get('reported') };
  const isFirst = state === FIRST && !filters.channel && !filters.q && !filters.reported;
  return { filters, cursor: get('cursor'), isFirst };
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
          choices={[
            { id: FIRST, label: t('waiting') },
            ...choicesOf(words.signal).filter(({ id }) => id !== 'new' && id !== 'clustered'),
          ]}
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
      <Filter name="reported">
        <SelectField
          label={t('reporter')}
          choices={[{ id: 'true', label: t('onlyReported') }]}
          value={get('reported')}
          onChange={(reported) => set({ reported })}
          optional={t('allReporters')}
        />
      </Filter>
    </Filters>
  );
}
