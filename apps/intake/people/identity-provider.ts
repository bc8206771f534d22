import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { SINGLE_SIGN_ON } from '#config/single-sign-on.js';
import { placeByClaims } from '#people/rules/place-by-claims.js';
import type { Identity } from '#people/single-sign-on.js';
import type { SsoRefusal } from '#people/vocabulary.js';
import { publicUrl, type Env } from '#platform/env.js';

export const CALLBACK = '/api/v1/sign-in/oidc/callback';
const PATIENCE_S = 5;
/** What a provider says of itself is asked for anew so often. */
const FRESH_MS = 3_600_000;

/** What is to come back from the provider; kept by the browser that was sent there, and by no other. */
export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
  next: string;
}

/** The organisation's OpenID provider: code flow with PKCE, state and nonce, the ID token's signature verified. */
export class IdentityProvider {
  private found: { at: number; configuration: Promise<Configuration> } | null = null;

  constructor(private readonly env: Env) {}

  get isThere(): boolean {
    return Boolean(this.env.OIDC_ISSUER);
  }

  /** Where to send somebody, and what must come back. @throws when the provider cannot be reached */
  async begin(next: string): Promise<{ url: string; attempt: Attempt }> {
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), next };
    const url = buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: `${publicUrl(this.env)}${CALLBACK}`,
      scope: this.env.OIDC_SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, attempt };
  }

  /** Redeems what came back. @param search the query as the browser brought it @throws for anything that does not fit */
  async redeem(search: string, { state, nonce, verifier }: Attempt): Promise<Identity> {
    const configuration = await this.configuration();
    const came = new URL(`${publicUrl(this.env)}${CALLBACK}${search}`);
    const tokens = await authorizationCodeGrant(configuration, came, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { iss, sub, ...said } = tokens.claims()!;
    const more = configuration.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(configuration, tokens.access_token, sub)
      : {};
    const claims: Record<string, unknown> = { ...said, ...more };
    const { email, name } = claims;
    return {
      issuer: iss,
      subject: sub,
      email: typeof email === 'string' && claims.email_verified === true ? email : null,
      name: typeof name === 'string' && name.trim() ? name.trim() : null,
      place: placeByClaims(claims, SINGLE_SIGN_ON),
    };
  }

  private configuration(): Promise<Configuration> {
    if (!this.found || Date.now() - this.found.at > FRESH_MS) {
      const configuration = this.discover();
      this.found = { at: Date.now(), configuration };
      // Whoever comes next looks again.
      configuration.catch(() => (this.found = null));
    }
    return this.found.configuration;
  }

  private discover(): Promise<Configuration> {
    const issuer = new URL(this.env.OIDC_ISSUER!);
    const insecure = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    return discovery(issuer, this.env.OIDC_CLIENT_ID!, this.env.OIDC_CLIENT_SECRET, undefined, {
      timeout: PATIENCE_S,
      execute: [...insecure, enableNonRepudiationChecks],
    });
  }
}

/** Why somebody did not come in, of what went wrong on the way. */
export function refusalOf(error: unknown): SsoRefusal {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'failed';
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'away' : 'failed';
  const code = error instanceof ClientError ? error.code : undefined;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return 'away';
  // Of `fetch`: nobody there.
  return error instanceof TypeError && error.cause ? 'away' : 'failed';
}
