import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The first day that a ZIP can tell, in its own clock without a zone: the same bytes whenever and wherever it is packed. */
const NO_TIME = new Date(1980, 0, 1);

/** A package of files in the order given; what stands in `stored` is not compressed, as readers that sniff its kind need it. */
export function pack(files: Record<string, string | Uint8Array>, stored: readonly string[] = []): Buffer {
  const entries = Object.entries(files).map(([name, content]): [string, Zippable[string]] => [
    name,
    [typeof content === 'string' ? Buffer.from(content) : content, { level: stored.includes(name) ? 0 : 6 }],
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: NO_TIME }));
}

/** What another library packed, without the moment it did so. */
export function repack(bytes: Uint8Array): Buffer {
  return pack(unzipSync(bytes));
}
