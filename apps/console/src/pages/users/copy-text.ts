/** Copies what a field holds. An office's plain http address has no clipboard of its own: there the older way is taken. */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.select();
  if (!('clipboard' in navigator)) return document.execCommand('copy');
  return navigator.clipboard.writeText(field.value).then(
    () => true,
    () => document.execCommand('copy'),
  );
}
