import { TEXT_LABELS, type TextName } from '#notifications/text-names.js';
import { defineText, useLanguage } from '../../text/i18n.js';

export const useTextsText = defineText('notice-texts', {
  ko: {
    title: '알림 문구',
    lead: '메일과 알림함에 쓰이는 문구를 언어별로 고칩니다. 이미 보낸 알림은 바뀌지 않습니다.',
    list: '문구',
    language: '언어',
    notice: '알림',
    own: '고쳐 씀',
    words: '제목과 첫 줄',
    changed: '변경',
    standard: '기본 문구',
    edit: '고치기',
    editOf: '문구 고치기: {{name}}',
    subject: '제목',
    body: '본문',
    bodyHelp: '{이름} 자리에 내용이 들어가며, 넣을 내용이 없는 줄은 빠집니다.',
    places: '쓸 수 있는 자리표시(누르면 본문 끝에 들어갑니다)',
    noPlaces: '이 알림에는 자리표시가 없습니다.',
    preview: '미리보기',
    previewWhy: '예시를 넣은 메일입니다.',
    save: '저장',
    saved: '문구를 저장했습니다: {{name}}',
    reset: '기본 문구로 되돌리기',
    resetDone: '기본 문구로 되돌렸습니다: {{name}}',
    stale: '그 사이에 다른 사람이 문구를 바꾸었습니다. 닫고 다시 열어 주십시오.',
  },
  en: {
    title: 'Words of notices',
    lead: 'The words of mail and inbox, in each language. What was sent keeps the words it was made with.',
    list: 'Texts',
    language: 'Language',
    notice: 'Notice',
    own: 'own words',
    words: 'Title and first line',
    changed: 'Changed',
    standard: 'Standard',
    edit: 'Edit',
    editOf: 'Edit: {{name}}',
    subject: 'Title',
    body: 'Text',
    bodyHelp: 'A {name} is replaced by what it stands for; a line with nothing to put in is left out.',
    places: 'Placeholders (press to put one at the end of the text)',
    noPlaces: 'This notice has no placeholders.',
    preview: 'Preview',
    previewWhy: 'A mail with an example in it.',
    save: 'Save',
    saved: 'Saved: {{name}}',
    reset: 'Back to the standard',
    resetDone: 'Back to the standard: {{name}}',
    stale: 'Somebody changed it in the meantime. Please close and open it again.',
  },
});

export function useTextLabel(): (name: string) => string {
  const language = useLanguage();
  return (name) => TEXT_LABELS[name as TextName]?.[language] ?? name;
}
