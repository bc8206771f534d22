/** The readers of PDF in browsers do not start in a sandbox; scripts and other places are closed to them all the same. */
export const PDF_READER =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'";
