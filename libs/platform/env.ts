import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';

const flag = () =>
  Transform(({ value }) => ({ '1': true, true: true, '0': false, false: false })[String(value)] ?? value);
const postgresUrl = () =>
  Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: '$property must look like postgres://user:password@host/database',
  });

/** Every setting there is, with its unit at the end of its name. Empty counts as not set. */
export class Env {
  /** The database: the only truth. */
  @postgresUrl()
  DATABASE_URL: string;

  /** Owner of the schema, when it is not the user of `DATABASE_URL`. */
  @IsOptional()
  @postgresUrl()
  MIGRATION_DATABASE_URL?: string;

  /** Queues on Redis or Valkey; without it they live in the database. */
  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: '$property must look like redis://host:6379' })
  REDIS_URL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number = 8080;

  @IsString()
  HOST: string = '127.0.0.1';

  /** Health and metrics of this process; 0 takes any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  OPS_PORT: number = 0;

  /** The address people use; behind https cookies are `__Host-` and `Secure`. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  PUBLIC_URL?: string;

  /** Who stands in front of intake and may say who asked (`X-Forwarded-For`): addresses or networks, by commas. Without it nobody. */
  @IsOptional()
  @Matches(/^[0-9a-f.:]+(\/\d{1,3})?(\s*,\s*[0-9a-f.:]+(\/\d{1,3})?)*$/i, {
    message: '$property must look like 10.0.0.5 or 172.18.0.0/16, by commas',
  })
  TRUSTED_PROXIES?: string;

  /** Requests a minute that an account may make of one process, and twenty times as many an address; 0: as many as it likes. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  REQUESTS_PER_MINUTE: number = 0;

  /** Mail goes here; without it the embedded mode shows a mailbox at /dev/mail. */
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: '$property must look like smtp://host:25' })
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM: string = '시정 리스크 관리 <haechi@localhost>';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: string = 'info';

  /** Set by `npm start` when it brings its own database: shows the development mailbox. */
  @flag()
  @IsBoolean()
  HAECHI_EMBEDDED: boolean = false;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL: number = 12;

  @Type(() => Number)
  @IsInt()
  @Min(50)
  RELAY_INTERVAL_MS: number = 1000;

  @Type(() => Number)
  @IsInt()
  @Min(50)
  SCHEDULE_INTERVAL_MS: number = 10_000;

  /** Hosts inside that may be called all the same, e.g. of an inner feed: `host` for 80 and 443, `host:port` for others. */
  @Matches(/^((\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?([\s,]+|$))*$/i, {
    message: '$property must look like feeds.inner,10.1.2.3:8080',
  })
  OUTBOUND_ALLOW: string = '';

  @Type(() => Number)
  @IsInt()
  @Min(1)
  SESSION_HOURS: number = 12;

  /** Without a request for so long a session is over, whatever its role; without it those of config/signing-in.ts. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  SESSION_IDLE_MINUTES?: number;

  /** The organisation's OpenID provider, https; http on this machine only. Without it there is no single sign-on. */
  @IsOptional()
  @Matches(/^(https:\/\/[^\s/]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?)(\/\S*)?$/, {
    message: '$property must look like https://login.city.example',
  })
  OIDC_ISSUER?: string;

  @ValidateIf(({ OIDC_ISSUER }: Env) => Boolean(OIDC_ISSUER))
  @IsString({ message: '$property must be set where OIDC_ISSUER is' })
  OIDC_CLIENT_ID?: string;

  @ValidateIf(({ OIDC_ISSUER }: Env) => Boolean(OIDC_ISSUER))
  @IsString({ message: '$property must be set where OIDC_ISSUER is' })
  OIDC_CLIENT_SECRET?: string;

  /** What is asked for; the claims of config/single-sign-on.ts must be among it. */
  @Matches(/^openid( \S+)*$/, { message: '$property must begin with openid' })
  OIDC_SCOPE: string = 'openid email profile';

  /** Whom the provider knows and gives a role of ours comes in without an account made before. */
  @flag()
  @IsBoolean()
  OIDC_PROVISION: boolean = false;

  /** Roles that need a second factor, e.g. `admin,auditor`; without it those of config/signing-in.ts. */
  @IsOptional()
  @Matches(/^[a-z]+(\s*,\s*[a-z]+)*$/, { message: '$property must look like admin,auditor' })
  SECOND_FACTOR_ROLES?: string;

  /** Files lie under it, in `files`, unless they are kept on S3; all processes of an installation share it. */
  @IsString()
  DATA_DIR: string = '.data';

  /** Heads of the audit's chain of seals are kept in this file; without it in `DATA_DIR/audit`. Best where the database's owner cannot write. */
  @IsOptional()
  @IsString()
  AUDIT_ANCHOR_FILE?: string;

  /** The same heads are posted here, too. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  AUDIT_ANCHOR_URL?: string;

  /** Most of one file. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  FILE_MAX_MB: number = 50;

  /** Files are kept on this S3 server; without it on disk. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  S3_URL?: string;

  @ValidateIf(({ S3_URL }: Env) => Boolean(S3_URL))
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: '$property must name the bucket of S3_URL' })
  S3_BUCKET?: string;

  @IsString()
  S3_REGION: string = 'us-east-1';

  @ValidateIf(({ S3_URL }: Env) => Boolean(S3_URL))
  @IsString({ message: '$property must be set where S3_URL is' })
  S3_ACCESS_KEY_ID?: string;

  @ValidateIf(({ S3_URL }: Env) => Boolean(S3_URL))
  @IsString({ message: '$property must be set where S3_URL is' })
  S3_SECRET_ACCESS_KEY?: string;
}

/** Raised at start with every wrong variable named, one a line. */
export class BadEnvironment extends Error {}

/** Reads the settings of this process. @throws BadEnvironment naming each wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const known = Object.keys(new Env()).concat(
    'DATABASE_URL',
    'MIGRATION_DATABASE_URL',
    'REDIS_URL',
    'PUBLIC_URL',
    'TRUSTED_PROXIES',
    'SMTP_URL',
    'SESSION_IDLE_MINUTES',
    'SECOND_FACTOR_ROLES',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'AUDIT_ANCHOR_FILE',
    'AUDIT_ANCHOR_URL',
    'S3_URL',
    'S3_BUCKET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  );
  const given = Object.fromEntries(known.filter((name) => source[name]).map((name) => [name, source[name]]));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const wrong = validateSync(env).flatMap((error) => Object.values(error.constraints ?? {}));
  if (wrong.length) throw new BadEnvironment(wrong.join('\n'));
  return env;
}

/** The address people use, without a slash at its end. */
export const publicUrl = ({ PUBLIC_URL, HOST, PORT }: Env): string =>
  PUBLIC_URL?.replace(/\/$/, '') ?? `http://${HOST}:${PORT}`;
