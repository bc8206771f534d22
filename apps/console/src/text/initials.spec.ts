import { expect, it } from '@jest/globals';
import { fits } from './initials.js';

it.each([
  ['안전총괄실', '총괄'],
  ['안전총괄실', 'ㅇㅈㅊㄱㅅ'],
  ['안전총괄실', '안전ㅊㄱ'],
  ['안전총괄실', '안저'],
  ['안전총괄실', ' 안전 총괄 '],
  ['물순환안전국', 'ㅇㅈㄱ'],
  // ㄱ and ㅅ typed in a row become one letter on a Korean keyboard.
  ['기획조정실', 'ㅈㅈㅅ'],
  ['한강사업본부', 'ㅎㄳ'],
  ['SH공사', 'sh'],
  ['대변인', ''],
])('finds %s by "%s"', (name, typed) => {
  expect(fits(name, typed)).toBe(true);
});

it.each([
  ['안전총괄실', 'ㅊㅇ'],
  ['안전총괄실', '전안'],
  ['안전총괄실', '안전총괄실장'],
  ['대변인', '데'],
])('does not find %s by "%s"', (name, typed) => {
  expect(fits(name, typed)).toBe(false);
});
