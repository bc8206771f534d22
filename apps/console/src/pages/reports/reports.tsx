import { Page } from '../../ui/page.js';

export default function Placeholder() {
  return <Page title="…">…</Page>;
}
