import { EMPTY_ISSUE, type IssueContent } from './issue-draft.js';
import { mergeContent } from './merge.js';

const base: IssueContent = { ...EMPTY_ISSUE, title: '제설 대비 철저', summary: '첫눈 예보', impact: '3' };

describe('two people change the same issue', () => {
  it('keeps what either of them changed alone', () => {
    const { merged, collisions } = mergeContent(
      base,
      { ...base, title: '첫 강설 제설 대비 철저' },
      { ...base, impact: '4' },
    );
    expect(merged).toMatchObject({ title: '첫 강설 제설 대비 철저', summary: '첫눈 예보', impact: '4' });
    expect(collisions).toEqual([]);
  });

  it('leaves to them what both changed differently, and nothing that both changed alike', () => {
    const mine = { ...base, summary: '주말 첫눈 예보', risks: [{ text: '출근길 정체', footnote: '' }] };
    const theirs = { ...base, summary: '월요일 첫눈 예보', risks: [{ text: '출근길 정체', footnote: '' }] };
    const { merged, collisions } = mergeContent(base, mine, theirs);
    expect(collisions).toEqual(['summary']);
    expect(merged.summary).toBe('주말 첫눈 예보');
  });
});
