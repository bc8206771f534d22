import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './icon.js';

interface FoldProps {
  title: string;
  children: ReactNode;
  open?: boolean;
  /** Of its heading: one below what it stands in. */
  level?: 2 | 3;
}

/** What most people need rarely: folded until asked for. */
export function Fold({ title, children, open, level = 3 }: FoldProps) {
  return (
    <Disclosure className="fold" defaultExpanded={open ?? false}>
      <Heading level={level}>
        <Button slot="trigger" className="fold-button">
          <Icon name="down" size={16} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
