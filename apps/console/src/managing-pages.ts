import type { PageEntry } from './shell/page-entry.js';

/** Pages of what the work stands on: where signals come from, policies, people, what is sent, what is on record. */
export const MANAGING_PAGES: PageEntry[] = [
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
    path: '/reorganisations',
    load: () => import('./pages/reorganisations/reorganisations.js'),
    needs: 'GET /reorganisations',
    nav: { icon: 'columns', label: 'reorganisations', group: 'manage' },
  },
  {
    path: '/reorganisations/new',
    load: () => import('./pages/reorganisations/new-reorganisation.js'),
    needs: 'POST /reorganisations',
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
    path: '/retention',
    load: () => import('./pages/retention/retention.js'),
    needs: 'GET /retention',
    nav: { icon: 'lock', label: 'retention', group: 'manage' },
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
