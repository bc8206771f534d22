import { mailFault } from './mail-fault.js';

const said = (code: string, command: string, responseCode: number, message = 'x'): object => {
  const { fault, permanent, ofTarget } = mailFault(
    Object.assign(new Error(message), { code, command, responseCode }),
  );
  return { fault, permanent, ofTarget };
};

it.each([
  ['an address that is none', 'EENVELOPE', 'RCPT TO', 550, '550 5.1.1 unknown', 'bounced', true, false],
  ['a mail that is refused', 'EMESSAGE', 'DATA', 554, '554 spam', 'refused', true, false],
  // Nobody's mail would go until the setting is right: none is given up for that, and the server is left alone for a while.
  ['a sender that may not', 'EENVELOPE', 'MAIL FROM', 553, '553 sender', 'refused', false, true],
  ['signing in that is missing', 'EENVELOPE', 'RCPT TO', 530, '530 authenticate', 'refused', false, true],
  ['a relay that is closed', 'EENVELOPE', 'RCPT TO', 554, '554 5.7.1 relay denied', 'refused', false, true],
  ['a mailbox that is full', 'EENVELOPE', 'RCPT TO', 452, '452 full', 'deferred', false, false],
] as const)('%s', (_, code, command, responseCode, message, fault, permanent, ofTarget) => {
  expect(said(code, command, responseCode, message)).toEqual({ fault, permanent, ofTarget });
});
