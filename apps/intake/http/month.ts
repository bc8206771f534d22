import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { MONTH } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';

const ofMonth = Param('month', {
  transform(value: string) {
    if (!MONTH.test(value)) throw new Problem('not-found');
    return value;
  },
});

/** The month in the path; anything else is as unknown as a month of which there is nothing. */
export const OfMonth = (): ParameterDecorator => (target, property, index) => {
  ofMonth(target, property, index);
  const param = ApiParam({ name: 'month', schema: { type: 'string', example: '2026-12' } });
  param(target, property!, Object.getOwnPropertyDescriptor(target, property!)!);
};
