import type { editor } from 'monaco-editor/editor'

const samples = new WeakMap<editor.ITextModel, unknown>()

/** Tell what completion and hover of a text know of the event's body, parsed; undefined for nothing. */
export function setSample(model: editor.ITextModel, sample: unknown): void {
  samples.set(model, sample)
}

export function sampleOf(model: editor.ITextModel): unknown {
  return samples.get(model)
}
