import { GRADES, type Grade } from '#issues/vocabulary.js';
import { issueChanges } from './issue-changes.js';

const open = (grade: Grade | null = 'moderate') => ({ closed: false, grade });
const closed = (grade: Grade | null = 'moderate') => ({ closed: true, grade });

describe('between two dates an issue', () => {
  it.each([
    ['was registered', null, open(), ['new']],
    ['was registered, and is not weighed yet', null, open(null), ['new']],
    ['came and went', null, closed(), ['new', 'closed']],
    ['rose', open('moderate'), open('critical'), ['up']],
    ['fell', open('high'), open('low'), ['down']],
    ['was closed', open(), closed(), ['closed']],
    ['rose and was closed', open('low'), closed('high'), ['up', 'closed']],
    ['was taken up again', closed(), open(), ['reopened']],
    ['was taken up again as something heavier', closed('low'), open('high'), ['up', 'reopened']],
    ['stayed as it was', open(), open(), []],
    ['stayed closed', closed('low'), closed('high'), []],
    ['was weighed for the first time', open(null), open('high'), []],
  ])('that %s', (_, before, after, changes) => {
    expect(issueChanges(before, after)).toEqual(changes);
  });

  it('rises exactly where it falls the other way round', () => {
    for (const one of GRADES)
      for (const other of GRADES) {
        const [there] = issueChanges(open(one), open(other));
        const [back] = issueChanges(open(other), open(one));
        expect([there, back].toSorted()).toEqual(one === other ? [undefined, undefined] : ['down', 'up']);
      }
  });
});
