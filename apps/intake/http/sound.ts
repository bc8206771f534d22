import { ValidationPipe } from '@nestjs/common';
import { fieldErrors } from '#platform/field-errors.js';
import { Problem } from '#platform/problem.js';

/** Every body and query as its class says, or a Problem that names the fields. */
export const sound = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  exceptionFactory: (errors) => new Problem('invalid', {}, { errors: fieldErrors(errors) }),
});
