import type { JavaValue } from '../java-value'
export function formatText(format: string, _args: readonly JavaValue[] | null): string { return format }
