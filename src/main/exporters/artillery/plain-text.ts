/**
 * Text of a design where Artillery looks for templates: two braces would have it put in a variable, even one of the environment, so
 * they are taken apart.
 */
export function plainText(text: string): string {
  return text.replaceAll(/\{(?=\{)/g, '{ ')
}
