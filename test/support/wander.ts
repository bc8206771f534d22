/** A browser without a screen: keeps cookies by host and port, and follows redirects as far as it is told to. */
export class Wanderer {
  private readonly jars = new Map<string, Map<string, string>>();

  /** One request, no redirect followed. */
  async get(url: string): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return response;
  }

  /** Follows redirects until one leads to where `until` says, or there is none. @returns the address it ended at */
  async follow(from: string, until: (url: URL) => boolean): Promise<string> {
    let url = from;
    for (let n = 0; n < 12; n += 1) {
      const location = (await this.get(url)).headers.get('location');
      if (!location) return url;
      url = new URL(location, url).href;
      if (until(new URL(url))) return url;
    }
    throw new Error(`Led around in circles: ${url}`);
  }

  cookie(url: string, name: string): string | undefined {
    return this.jars.get(new URL(url).host)?.get(name);
  }

  setCookie(url: string, name: string, value: string): void {
    const { host } = new URL(url);
    this.jars.set(host, (this.jars.get(host) ?? new Map<string, string>()).set(name, value));
  }
}
