import type { SingleSignOnPolicy } from '#config/single-sign-on.js';
import { placeByClaims } from './place-by-claims.js';

const POLICY: SingleSignOnPolicy = {
  claims: { role: 'groups', department: 'ou' },
  roles: { auditors: 'auditor', officers: 'officer' },
  departments: { 안전실: '안전총괄실' },
};

it.each([
  [{ groups: ['officers'] }, 'officer', null],
  [{ groups: 'officers', ou: '안전실' }, 'officer', '안전총괄실'],
  [{ groups: ['officers', 'auditors'], ou: '경제정책실' }, 'auditor', '경제정책실'],
  [{ groups: ['Officers', 'constructor', '__proto__'] }, null, null],
  [{ groups: { officers: true }, ou: 7 }, null, null],
  [{ ou: ['toString'] }, null, 'toString'],
  [{ role: 'officer' }, null, null],
])('%j is %s of %s', (claims, role, department) => {
  expect(placeByClaims(claims, POLICY)).toEqual({ role, department });
});
