import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsString,
  Max,
  Min,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * One decorator a field says both what is accepted and what the OpenAPI document tells. Messages are codes with
 * parameters, put into words by `field-errors.ts` in the language of the reader.
 */
interface Common {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

export const say = (code: string, ...params: (string | number)[]): { message: string } => ({
  message: [code, ...params].join('|'),
});

function field(
  options: Common,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  return applyDecorators(
    ApiProperty({ required: !optional, nullable, description, example, ...schema } as ApiPropertyOptions),
    // Not IsOptional: that would also let null through where only absence is meant.
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
    ...rules,
  );
}

/**
 * Text that PostgreSQL and every reader can take: NFC, no NUL or lone surrogate, trimmed. `max` in characters. In what is one
 * `line`, like a title, the line breaks of a pasted text become spaces.
 */
export function Text({
  max,
  min = 1,
  pattern,
  line = false,
  ...options
}: Common & { max: number; min?: number; pattern?: RegExp; line?: boolean }): PropertyDecorator {
  return field(
    options,
    { type: String, minLength: min, maxLength: max, ...(pattern && { pattern: pattern.source }) },
    Transform(({ value }) => clean(value, line)),
    IsString(say('text')),
    rule('sound', (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed()),
    rule(min > 1 ? 'short' : 'required', (value) => typeof value === 'string' && lengthOf(value) >= min, min),
    rule('long', (value) => typeof value === 'string' && lengthOf(value) <= max, max),
    ...(pattern ? [rule('pattern', (value) => typeof value === 'string' && pattern.test(value))] : []),
  );
}

/** What somebody must know, taken to the letter: a password begins and ends with what was typed. `max` in characters. */
export const Secret = ({ max, ...options }: Common & { max: number }): PropertyDecorator =>
  field(
    options,
    { type: String, minLength: 1, maxLength: max, format: 'password' },
    IsString(say('text')),
    rule('sound', (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed()),
    rule('required', (value) => typeof value === 'string' && value !== ''),
    rule('long', (value) => typeof value === 'string' && lengthOf(value) <= max, max),
  );

// As PostgreSQL and JSON Schema count: class-validator's own rules let any number of invisible selectors through.
const lengthOf = (text: string): number => Array.from(text).length;

function clean(value: unknown, line = false): unknown {
  if (typeof value !== 'string' || !value.isWellFormed()) return value;
  const text = value.normalize('NFC').trim();
  return line ? text.replace(/\s+/gu, ' ') : text;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** As PostgreSQL writes them: it takes either case, but our own comparisons do not. */
const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export const Id = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'uuid' },
    Transform(({ value }) => lower(value)),
    rule('id', isUuid),
  );

export const OneOf = (values: readonly (string | number)[], options: Common = {}): PropertyDecorator =>
  field(
    options,
    { type: typeof values[0] === 'number' ? Number : String, enum: [...values] },
    rule('required', (value) => !isMissing(value)),
    rule('one-of', (value) => isMissing(value) || values.includes(value as string), values.join(', ')),
  );

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

export const Whole = ({ min, max, ...options }: Common & { min: number; max: number }): PropertyDecorator =>
  field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt(say('whole')),
    Min(min, say('between', min, max)),
    Max(max, say('between', min, max)),
  );

export const Amount = ({ min, max, ...options }: Common & { min: number; max: number }): PropertyDecorator =>
  field(
    options,
    { type: Number, minimum: min, maximum: max },
    IsNumber({ allowNaN: false, allowInfinity: false }, say('number')),
    Min(min, say('between', min, max)),
    Max(max, say('between', min, max)),
  );

export const Flag = (options: Common = {}): PropertyDecorator =>
  field(options, { type: Boolean }, IsBoolean(say('flag')));

/** A number or flag that arrives as text of a query. */
export const FromQuery = (): PropertyDecorator =>
  Transform(({ value }) => {
    if (value === 'true' || value === 'false') return value === 'true';
    return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  });

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists, of the years 1900 to 2199. */
export function isDay(value: unknown): boolean {
  const match = typeof value === 'string' ? DAY.exec(value) : null;
  if (!match) return false;
  const date = new Date(`${value as string}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value as string) &&
    /^(19|20|21)/.test(match[1]!)
  );
}

export const Day = (options: Common = {}): PropertyDecorator =>
  field(options, { type: String, format: 'date' }, rule('day', isDay));

export const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

export const Month = (options: Common = {}): PropertyDecorator =>
  field(
    { example: '2026-12', ...options },
    { type: String, pattern: MONTH.source },
    rule('month', (value) => typeof value === 'string' && MONTH.test(value)),
  );

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, `HH:MM`. */
export const Time = (options: Common = {}): PropertyDecorator =>
  field(
    options,
    { type: String, pattern: TIME.source },
    rule('time', (value) => typeof value === 'string' && TIME.test(value)),
  );

const INSTANT = /^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const END_OF_DAY = 'T18:00:00+09:00';

/** RFC 3339, or a day, which means 18:00 of it in Seoul. Arrives as a Date. */
export const Deadline = (options: Common = {}): PropertyDecorator =>
  field(
    { example: '2026-12-01', ...options },
    {
      type: String,
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date-time' },
      ],
    },
    Transform(({ value }) => {
      if (isDay(value)) return new Date(`${value}${END_OF_DAY}`);
      return typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))
        ? new Date(value)
        : value;
    }),
    rule('deadline', (value) => value instanceof Date && !Number.isNaN(value.getTime())),
  );

/** An instant in an answer. */
export const Instant = (options: Common = {}): PropertyDecorator =>
  field(options, { type: String, format: 'date-time' });

/** A list of objects of one class, or of plain texts or ids. */
export function ListOf(
  item: (() => new () => object) | 'text' | 'id',
  { max, itemMax = 2000, ...options }: Common & { max: number; itemMax?: number },
): PropertyDecorator {
  if (typeof item === 'function') {
    return field(
      options,
      { type: () => item(), isArray: true, maxItems: max },
      IsArray(say('list')),
      ArrayMaxSize(max, say('many', max)),
      rule(
        'objects',
        (list) =>
          Array.isArray(list) &&
          list.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
      ),
      ValidateNested({ each: true }),
      Type(item),
    );
  }
  const items =
    item === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string', minLength: 1, maxLength: itemMax };
  const fits =
    item === 'id'
      ? isUuid
      : (one: unknown) =>
          typeof one === 'string' &&
          one !== '' &&
          lengthOf(one) <= itemMax &&
          !one.includes('\0') &&
          one.isWellFormed();
  return field(
    options,
    { type: 'array', items, maxItems: max },
    Transform(({ value }) =>
      Array.isArray(value) ? value.map((one) => (item === 'id' ? lower(one) : clean(one))) : value,
    ),
    IsArray(say('list')),
    ArrayMaxSize(max, say('many', max)),
    rule(item === 'id' ? 'ids' : 'texts', (list) => Array.isArray(list) && list.every(fits)),
  );
}

/** One object of a class. */
export const Part = (item: () => new () => object, options: Common = {}): PropertyDecorator =>
  field(
    options,
    // A schema of its own beside `nullable`: a bare reference could not be null.
    { type: () => item() },
    rule('object', (one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
    ValidateNested(),
    Type(item),
  );

/** Anything JSON can say. */
export const Free = (options: Common = {}): PropertyDecorator =>
  field(options, { type: 'object', additionalProperties: true });

/** A rule of one field; it may look at the fields beside it. */
export function rule(
  code: string,
  fits: (value: unknown, beside: object) => boolean,
  ...params: (number | string)[]
): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName: property as string,
      options: say(code, ...params),
      validator: { validate: (value, args) => fits(value, args!.object) },
    });
}
