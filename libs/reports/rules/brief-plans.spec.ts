import { bareIssue, request } from '../fixture-parts.js';
import { briefPlans } from './brief-plans.js';

const planned = (issue: Parameters<typeof bareIssue>[0], more: { reviewOn?: string } = {}) =>
  briefPlans({
    on: '2026-11-25',
    issue: { ...bareIssue(issue), agenda: false },
    reviewOn: more.reviewOn ?? null,
    schedule: [
      { title: '제2차 정례회', from: '2026-11-02', to: '2026-12-23' },
      { title: '예산안 의결', from: '2026-12-16', to: '2026-12-16' },
    ],
  }).map(({ on, text }) => [on, text].filter(Boolean).join(' '));

it('are the days ahead in their order, and last what has none', () => {
  const requests = [
    request('열선 계획', { dueOn: '2027-02-26', state: 'acknowledged' }),
    request('안내문', { state: 'planned' }),
    request('점검', { dueOn: '2026-11-20', state: 'returned', overdue: true }),
  ];
  expect(planned({ requests, expectedOn: '2026-12-04' }, { reviewOn: '2026-12-02' })).toEqual([
    '2026-11-20 도시교통실 회신기한(점검, 기한 경과)',
    '2026-12-02 정기 점검',
    '2026-12-04 쟁점화 예상일',
    '2026-12-16 예산안 의결',
    '2027-02-26 도시교통실 회신기한(열선 계획)',
    '요청 발송(안내문)',
  ]);
});

it('tell that a review was missed', () => {
  expect(planned({}, { reviewOn: '2026-11-20' })[0]).toBe('2026-11-20 정기 점검(기한 경과)');
});

it('leave out what is answered, and are none of a closed issue', () => {
  const requests = [request('점검', { dueOn: '2026-12-01', state: 'accepted' })];
  expect(planned({ requests })).toEqual(['2026-12-16 예산안 의결']);
  expect(planned({ requests, outcome: 'eased' })).toEqual([]);
});
