import { once } from 'node:events';
import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** What the provider says of somebody, by their subject. */
export type Claims = Record<string, unknown>;

export const CLIENT = { id: 'haechi', secret: 'a-secret-of-the-client-that-is-long-enough' };

/** A real OpenID provider on a port of its own; whoever is named in `login_as` has proven who they are to it. */
export class TestProvider {
  private server: Server | null = null;

  private constructor(
    readonly issuer: string,
    private readonly provider: Provider,
    private readonly people: Map<string, Claims>,
    /** Whoever comes next is this one. */
    private readonly next: { subject: string },
  ) {}

  static async start(port: number, redirectUris: string[]): Promise<TestProvider> {
    const issuer = `http://127.0.0.1:${port}`;
    const people = new Map<string, Claims>();
    const next = { subject: '' };
    // It reminds of what a test does not need: keys and a store of its own.
    console.info = console.warn = () => undefined;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: redirectUris,
          // What openid-client sends unless told otherwise.
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      pkce: { required: () => true },
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['name', 'groups', 'department'],
      },
      cookies: { keys: ['a-key-of-the-test'] },
      findAccount: (_, subject) => ({
        accountId: subject,
        claims: () => ({ sub: subject, ...people.get(subject) }),
      }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async (ctx) => {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client!.clientId,
          accountId: ctx.oidc.session!.accountId!,
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    provider.use(async (ctx, proceed) => {
      if (!ctx.path.startsWith('/interaction/')) return proceed();
      const denied = next.subject === '';
      const result = denied ? { error: 'access_denied' } : { login: { accountId: next.subject } };
      await provider.interactionFinished(ctx.req, ctx.res, result);
      ctx.respond = false;
    });
    const made = new TestProvider(issuer, provider, people, next);
    await made.open();
    return made;
  }

  /** Whoever signs in there next is this person. */
  signsIn(subject: string, claims: Claims): void {
    this.people.set(subject, claims);
    this.next.subject = subject;
  }

  /** Whoever is asked next says no. */
  declines(): void {
    this.next.subject = '';
  }

  async open(): Promise<void> {
    this.server = this.provider.listen(Number(new URL(this.issuer).port), '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    if (!this.server) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
    this.server = null;
  }
}
