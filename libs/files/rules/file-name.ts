/** Turns the direction of what follows, so that `fdp.exe` reads as `exe.pdf`. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Signs that lead to another place, or that some system keeps for itself. */
const RESERVED = /[/\\<>:"|?*]/;
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export const LONGEST_NAME = 200;

/** The name as it is kept; null for one that plays tricks: a file is refused rather than renamed. */
export function soundName(given: string): string | null {
  if (!given.isWellFormed()) return null;
  const name = given.normalize('NFC');
  const tricky =
    CONTROL.test(name) ||
    TURNING.test(name) ||
    RESERVED.test(name) ||
    DEVICE.test(name) ||
    /^[.\s]|[.\s]$/.test(name);
  return name === '' || tricky || Array.from(name).length > LONGEST_NAME ? null : name;
}

/** In small letters, without its dot; empty where there is none. */
export const extensionOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
