/** How long what was said can be put right. Later something is added to it instead. */
export const EDITABLE_MINUTES = 15;

/** Mentions in one comment. */
export const MOST_MENTIONS = 20;
