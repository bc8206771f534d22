import { signedHeaders } from './sign.js';

// Signed by the library of Standard Webhooks (standardwebhooks 1.1.0).
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLASw';
const MESSAGE = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
const AT = new Date(1_614_265_330_000);
const SIGNATURE = 'v1,hn6gPDuvthHWWsZDuMjgwyc63ajzh5ywzvy1quoqxtk=';

it('signs as Standard Webhooks do', () => {
  expect(signedHeaders({ ...MESSAGE, secrets: [SECRET] }, AT)).toMatchObject({
    'webhook-id': MESSAGE.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': SIGNATURE,
  });
});

it('signs with each of two secrets while one is replaced', () => {
  const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const both = signedHeaders({ ...MESSAGE, secrets: [other, SECRET] }, AT)['webhook-signature']!.split(' ');
  expect(both).toEqual([expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/), SIGNATURE]);
});
