/** What becomes of a part of an API in another type: it works as before, it works in another way, or there is no such thing. */
export type Fate = 'carried' | 'changed' | 'lost'

/** One thing worth knowing before an API's type is changed, with every place that it concerns. */
export interface ConversionNote {
  readonly fate: Fate
  /** AWS's word for the part: "Response cache". */
  readonly part: string
  readonly text: string
  /** Routes, stages or names, in the order they stand; empty for the API as a whole. */
  readonly places: readonly string[]
}

/** Collects notes: the same thing said of several places is one note. */
export class ConversionNotes {
  private readonly notes = new Map<string, { fate: Fate; part: string; text: string; places: string[] }>()

  add(fate: Fate, part: string, text: string, place?: string): void {
    const key = JSON.stringify([fate, part, text])
    const note = this.notes.get(key) ?? { fate, part, text, places: [] }
    this.notes.set(key, note)
    if (place !== undefined && !note.places.includes(place)) note.places.push(place)
  }

  /** What is lost first, then what changes, then what is carried; within each in the order it was found. */
  list(): ConversionNote[] {
    return [...this.notes.values()].toSorted((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate))
  }
}

const ORDER: readonly Fate[] = ['lost', 'changed', 'carried']
