import type { Api, Json } from './api.js';
import { eventually } from './city.js';

/** Issues the report of a month, once it is not being compiled any more: nobody approves what nobody has read. */
export const approved = (by: Api, month: string, body: object = {}): Promise<Json> =>
  eventually('the approval', async () => {
    const answer = await by.send('POST', `/reports/${month}/approval`, body);
    if (answer.status < 300) return answer.body;
    if (answer.body.type !== 'urn:haechi:problem:report.compiling')
      throw new Error(`approval: ${answer.status} ${JSON.stringify(answer.body)}`);
    return null;
  });
