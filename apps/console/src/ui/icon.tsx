/** Line icons of one weight, drawn on 24 by 24. They decorate: what they mean stands beside them or in the label. */
const PATHS = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  signals: 'M4 5h13v14H4zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 12.500h7M7 16h4',
  issues: 'M12 3.500 21 19.500H3zM12 10v4.500M12 17v.4',
  requests: 'M4 5h16v11H13l-4 4v-4H4zM8 9h8M8 12h5',
  reports: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 16.500h7',
  dashboard: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  inbox:
    'M12 4a5.500 5.500 0 0 1 5.500 5.500c0 5 2 6.500 2 6.500h-15s2-1.500 2-6.500A5.500 5.500 0 0 1 12 4zM10 19.500a2.200 2.200 0 0 0 4 0',
  mail: 'M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500',
  departments: 'M4 20V8l8-4 8 4v12M3 20h18M9 20v-4h6v4M8 11h.1M12 11h.1M16 11h.1',
  users:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 4.500a3.500 3.500 0 0 1 0 6M18 14.500c2 .8 3 2.800 3 5.500',
  admin:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M18.400 5.600l-2.100 2.100M7.700 16.300l-2.100 2.100',
  queue: 'M4 7h3M4 12h3M4 17h3M10 7h10M10 12h7M10 17h4',
  policy: 'M12 4v16M7 20h10M5 7h14M5 7l-2.500 6h5zM19 7l-2.500 6h5z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.500l4.500 4.500L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  down: 'M6 9.500l6 6 6-6',
  right: 'M9.500 6l6 6-6 6',
  left: 'M14.500 6l-6 6 6 6',
  up: 'M6 14.500l6-6 6 6',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400',
  moon: 'M19.500 14A8 8 0 0 1 10 4.500 8 8 0 1 0 19.500 14z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11M7 10.500l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9.500l5-5 5 5M5 20h14',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  bookmark: 'M6 4h12v16l-6-4.500L6 20z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.500 2',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500V8M15.500 3.500V8',
  warning: 'M12 3.500 21 19.500H3zM12 10v4.500M12 17v.4',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500v.4',
  external: 'M14 4h6v6M20 4l-9 9M11 5H5v14h14v-6',
  edit: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19z',
  undo: 'M9 5L4 10l5 5M4 10h10a5.500 5.500 0 0 1 0 11h-3',
  keyboard: 'M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M8 14h8',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c0-4 3-6.500 7.500-6.500s7.500 2.500 7.500 6.500',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
