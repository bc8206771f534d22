/** A list written as an office clerk would: separated by commas, over as many lines as it takes. */
export const words = (list: string): readonly string[] => list.split(',').map((word) => word.trim());
