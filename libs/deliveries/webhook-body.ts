import { type EventName } from '#events/events.js';
import { subjectId } from '#events/subjects.js';
import { EVENT_CATALOGUE } from './event-catalogue.js';

export interface Told {
  id: string;
  name: EventName;
  subject: string;
  seq: number;
  payload: object;
  at: Date;
  /** About a confidential issue, in whatever way. */
  confidential: boolean;
}

/** What every CloudEvent 1.0 says of itself, whatever it carries. */
export const cloudEvent = ({
  at,
  ...named
}: Record<'id' | 'source' | 'type' | 'subject', string> & { at: Date }): object => ({
  specversion: '1.0',
  ...named,
  time: at.toISOString(),
  datacontenttype: 'application/json',
});

/**
 * An event as the outside is told of it: CloudEvents 1.0 as JSON, ids and closed words only. Of a confidential issue, and of what
 * is bound to one, only the id of the thing itself.
 */
export function webhookBody(
  { id, name, subject, seq, payload, at, confidential }: Told,
  source: string,
): string {
  // A note is of its issue.
  const kind = subject.slice(0, subject.indexOf(':')).replace('note', 'issue');
  return JSON.stringify({
    ...cloudEvent({ id, source, type: name, subject, at }),
    ...(confidential
      ? { confidential: true, data: { [`${kind}Id`]: subjectId(subject) } }
      : {
          dataschema: `${source}/api/v1/events/catalogue#${name}.v${EVENT_CATALOGUE[name].version}`,
          sequence: String(seq),
          data: payload,
        }),
  });
}
