import { kindsOf, looksFamiliar } from './password.js';

const LEAKED = new Set(['password', 'qwertyuiop', '1q2w3e4r5t6y']);
const familiar = (password: string): boolean => looksFamiliar(password, ['hong.gildong', '홍길동님'], LEAKED);

it.each([
  'Password2026!!',
  'passwordpassword',
  '1q2w3e4r5t6y',
  '!!!qwertyuiop123',
  'aaaaaaaaaaaaaaa',
  'abababababab',
  'Hong.Gildong1',
  '홍길동님홍길동님12',
])('knows %s', (password) => expect(familiar(password)).toBe(true));

it.each([
  'n53n-vx9j-569t-zq94',
  '가로수 아래 고양이 세 마리',
  'hong.gildong likes tall trees',
  'qwertyuiop and a horse',
])('lets %s pass', (password) => expect(familiar(password)).toBe(false));

it('counts kinds', () => {
  expect(['abc', 'abC', 'abC1', 'abC1!', '한글'].map(kindsOf)).toEqual([1, 2, 3, 4, 1]);
});
