import { useParams } from 'react-router';
import { useMe, useRead } from '../../api/queries.js';
import type { Round } from '../../api/types.js';
import { Loaded } from '../../ui/waiting.js';
import { Asked } from './asked.js';
import { Overview } from './overview.js';

/** A month's round: to a department its answer, to the office all of them. */
export default function RoundPage() {
  const { month = '' } = useParams();
  const { role } = useMe();
  const round = useRead<Round>(`/rounds/${month}`);
  return (
    <Loaded of={round} whole>
      {(data) => (role === 'department' ? <Asked round={data} /> : <Overview round={data} />)}
    </Loaded>
  );
}
