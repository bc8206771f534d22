import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './icon.js';

/** What most people need rarely: folded until asked for. */
export function Fold({ title, children, open }: { title: string; children: ReactNode; open?: boolean }) {
  return (
    <Disclosure className="fold" defaultExpanded={open ?? false}>
      <Heading level={3}>
        <Button slot="trigger" className="fold-button">
          <Icon name="down" size={16} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
