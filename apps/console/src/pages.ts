import type { ComponentType } from 'react';
import type { NavLabel } from './shell/nav-label.js';
import type { IconName } from './ui/icon.js';

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

/** Every page of the console: to add one, add its row, and its label in shell/text.ts. */
export const PAGES: PageEntry[] = [
  {
    path: '/',
    load: () => import('./pages/home/home.js'),
    nav: { icon: 'home', label: 'home', group: 'work' },
    letter: 'h',
  },
  {
    path: '/signals',
    load: () => import('./pages/signals/signals.js'),
    needs: 'GET /clusters',
    nav: { icon: 'signals', label: 'signals', group: 'work' },
    letter: 's',
  },
  {
    path: '/reported',
    load: () => import('./pages/signals/reported.js'),
    needs: 'POST /signals/:id/answer',
    nav: { icon: 'signals', label: 'reported', group: 'work' },
    letter: 's',
  },
  { path: '/signals/new', load: () => import('./pages/signals/new-signal.js'), needs: 'POST /signals' },
  {
    path: '/issues',
    load: () => import('./pages/issues/issues.js'),
    needs: 'GET /issues',
    nav: { icon: 'issues', label: 'issues', group: 'work' },
    letter: 'i',
  },
  {
    path: '/queue',
    load: () => import('./pages/issues/queue.js'),
    needs: 'GET /queue',
    nav: { icon: 'queue', label: 'queue', group: 'work' },
    letter: 'q',
  },
  { path: '/issues/board', load: () => import('./pages/issues/board.js'), needs: 'GET /issues', letter: 'b' },
  {
    path: '/issues/new',
    load: () => import('./pages/issues/new-issue.js'),
    needs: 'POST /issues',
    letter: 'n',
  },
  { path: '/issues/:id', load: () => import('./pages/issues/issue.js'), needs: 'GET /issues/:id' },
  {
    path: '/issues/:id/edit',
    load: () => import('./pages/issues/edit-issue.js'),
    needs: 'PATCH /issues/:id',
  },
  {
    path: '/requests',
    load: () => import('./pages/requests/requests.js'),
    needs: 'GET /requests',
    nav: { icon: 'requests', label: 'requests', group: 'work' },
    letter: 'r',
  },
  { path: '/requests/:id', load: () => import('./pages/requests/request.js'), needs: 'GET /requests/:id' },
  {
    path: '/escalations',
    load: () => import('./pages/escalations/escalations.js'),
    needs: 'GET /escalations',
    nav: { icon: 'up', label: 'escalations', group: 'work' },
    letter: 'u',
  },
  {
    path: '/reviews',
    load: () => import('./pages/reviews/reviews.js'),
    needs: 'GET /reviews',
    nav: { icon: 'clock', label: 'reviews', group: 'work' },
    letter: 'e',
  },
  {
    path: '/reports',
    load: () => import('./pages/reports/reports.js'),
    needs: 'GET /reports',
    nav: { icon: 'reports', label: 'reports', group: 'look' },
    letter: 'm',
  },
  {
    path: '/reports/changes',
    load: () => import('./pages/reports/changes.js'),
    needs: 'GET /reports/changes',
  },
  {
    path: '/reports/council',
    load: () => import('./pages/reports/council.js'),
    needs: 'GET /reports/council',
  },
  { path: '/reports/:month', load: () => import('./pages/reports/report.js'), needs: 'GET /reports/:month' },
  {
    path: '/outlook',
    load: () => import('./pages/outlook/outlook.js'),
    needs: 'GET /outlook/:month',
    nav: { icon: 'clock', label: 'outlook', group: 'look' },
    letter: 'o',
  },
  {
    path: '/dashboard',
    load: () => import('./pages/dashboard/dashboard.js'),
    needs: 'GET /issues/statistics',
    nav: { icon: 'dashboard', label: 'dashboard', group: 'look' },
    letter: 'd',
  },
  {
    path: '/calendar',
    load: () => import('./pages/calendar/calendar.js'),
    needs: 'GET /calendar',
    nav: { icon: 'calendar', label: 'calendar', group: 'look' },
    letter: 'c',
  },
  {
    path: '/inbox',
    load: () => import('./pages/inbox/inbox.js'),
    needs: 'GET /inbox',
    nav: { icon: 'inbox', label: 'inbox', group: 'look' },
    letter: 'a',
  },
  {
    path: '/imports',
    load: () => import('./pages/imports/imports.js'),
    needs: 'POST /imports',
    nav: { icon: 'upload', label: 'imports', group: 'manage' },
  },
  { path: '/imports/:id', load: () => import('./pages/imports/import.js'), needs: 'GET /imports/:id' },
  {
    path: '/templates',
    load: () => import('./pages/templates/templates.js'),
    needs: 'POST /templates',
    nav: { icon: 'edit', label: 'templates', group: 'manage' },
  },
  {
    path: '/departments',
    load: () => import('./pages/departments/departments.js'),
    needs: 'GET /departments',
    nav: { icon: 'departments', label: 'departments', group: 'manage' },
  },
  {
    path: '/departments/:id',
    load: () => import('./pages/departments/department.js'),
    needs: 'GET /departments',
  },
  {
    path: '/early-warning',
    load: () => import('./pages/warnings/rules.js'),
    needs: 'GET /early-warning-rules',
    nav: { icon: 'warning', label: 'warnings', group: 'manage' },
  },
  {
    path: '/feeds',
    load: () => import('./pages/feeds/feeds.js'),
    needs: 'GET /feeds',
    nav: { icon: 'globe', label: 'feeds', group: 'manage' },
  },
  {
    path: '/policies',
    load: () => import('./pages/policies/policies.js'),
    needs: 'GET /policies',
    nav: { icon: 'policy', label: 'policies', group: 'manage' },
  },
  {
    path: '/policies/:version',
    load: () => import('./pages/policies/policy.js'),
    needs: 'GET /policies/:version',
  },
  {
    path: '/users',
    load: () => import('./pages/users/users.js'),
    needs: 'GET /users',
    nav: { icon: 'users', label: 'users', group: 'manage' },
  },
  {
    path: '/deputies',
    load: () => import('./pages/deputies/deputies.js'),
    needs: 'GET /deputies',
    nav: { icon: 'users', label: 'deputies', group: 'manage' },
  },
  {
    path: '/notice-texts',
    load: () => import('./pages/notifications/texts.js'),
    needs: 'GET /notice-texts',
    nav: { icon: 'edit', label: 'noticeTexts', group: 'manage' },
  },
  {
    path: '/deliveries',
    load: () => import('./pages/deliveries/deliveries.js'),
    needs: 'GET /deliveries',
    nav: { icon: 'mail', label: 'deliveries', group: 'manage' },
  },
  {
    path: '/deliveries/:id',
    load: () => import('./pages/deliveries/delivery.js'),
    needs: 'GET /deliveries/:id',
  },
  {
    path: '/contacts',
    load: () => import('./pages/deliveries/contacts.js'),
    needs: 'GET /contacts',
    nav: { icon: 'person', label: 'contacts', group: 'manage' },
  },
  {
    path: '/webhooks',
    load: () => import('./pages/webhooks/webhooks.js'),
    needs: 'GET /webhooks',
    nav: { icon: 'external', label: 'webhooks', group: 'manage' },
  },
  {
    path: '/webhooks/:id',
    load: () => import('./pages/webhooks/webhook.js'),
    needs: 'GET /webhooks/:id',
  },
  {
    path: '/events',
    load: () => import('./pages/webhooks/events.js'),
    needs: 'GET /webhooks',
    nav: { icon: 'columns', label: 'events', group: 'manage' },
  },
  {
    path: '/parked',
    load: () => import('./pages/operations/parked.js'),
    needs: 'GET /parked',
    nav: { icon: 'warning', label: 'parked', group: 'manage' },
  },
  {
    path: '/audit',
    load: () => import('./pages/audit/audit.js'),
    needs: 'GET /audit',
    nav: { icon: 'search', label: 'audit', group: 'manage' },
  },
  {
    path: '/mailbox',
    load: () => import('./pages/operations/mailbox.js'),
    nav: { icon: 'mail', label: 'mailbox', group: 'manage' },
  },
  {
    path: '/settings',
    load: () => import('./pages/settings/settings.js'),
    nav: { icon: 'admin', label: 'settings', group: 'manage' },
  },
  {
    path: '/settings/notifications',
    load: () => import('./pages/notifications/preferences.js'),
    needs: 'GET /me/preferences',
  },
];
