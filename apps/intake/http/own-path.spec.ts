import { ownPath } from './own-path.js';

it.each(['/', '/issues', '/issues/17?tab=history#last', '/issues?q=%ED%98%B8%EC%9A%B0'])(
  '%s is ours',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

const ELSEWHERE = [
  undefined,
  null,
  7,
  ['/issues', '//evil.example'],
  '',
  'issues',
  'https://evil.example',
  'HTTPS://evil.example/',
  'https:evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nlocation: https://evil.example',
  '/\u0000/evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/a/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  'http://own.invalid/issues',
  `/${'x'.repeat(2001)}`,
];
it.each(ELSEWHERE)(`%j leads home: ${ELSEWHERE.length} ways to another site`, (asked) => {
  expect(ownPath(asked)).toBe('/');
});
