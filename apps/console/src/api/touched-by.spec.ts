import { touchedBy } from './touched-by.js';

describe('what an event touches', () => {
  const answered = { issueId: 'i', requestId: 'q', responseId: 'p' };

  it('of a request also is what goes up the line for it, and what was sent', () => {
    const event = { id: '1', name: 'response.posted', subject: 'issue:i', payload: answered } as const;
    const paths = ['/requests/q', '/responses/p', '/work', '/escalations', '/deliveries'];
    expect(touchedBy(event)).toEqual(expect.arrayContaining(paths));
  });

  it('of an issue also are its reviews and what is asked after closing', () => {
    const event = { id: '1', name: 'issue.closed', subject: 'issue:i', payload: { issueId: 'i' } } as const;
    expect(touchedBy(event)).toEqual(expect.arrayContaining(['/reviews', '/follow-up-questions']));
  });
});
