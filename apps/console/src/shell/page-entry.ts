import type { ComponentType } from 'react';
import type { IconName } from '../ui/icon.js';
import type { NavLabel } from './nav-label.js';

export interface PageEntry {
  path: string;
  /** Loaded when it is first opened. */
  load: () => Promise<{ default: ComponentType }>;
  /** Route of the API without which the page is of no use; the page is not offered to whoever may not use it. */
  needs?: string;
  /** Its place in the navigation; pages without one are reached from others. */
  nav?: { icon: IconName; label: NavLabel; group: 'work' | 'look' | 'manage' };
  /** Pressed after `g`. */
  letter?: string;
}
