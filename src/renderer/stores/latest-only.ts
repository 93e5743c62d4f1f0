/** Asks one thing at a time: while an answer is on its way only the latest further question waits. */
export interface LatestOnly<Question> {
  ask(question: Question): void
  /** Resolves when nothing is on its way and nothing waits. */
  settled(): Promise<void>
}

export interface LatestOnlyOptions<Question, Answer> {
  send(question: Question): Promise<Answer>
  onAnswer(answer: Answer, question: Question): void
  onFailure(error: unknown, question: Question): void
  /** Told before the first question goes out and after the last answer came. */
  onBusy(isBusy: boolean): void
}

export function latestOnly<Question, Answer>(options: LatestOnlyOptions<Question, Answer>): LatestOnly<Question> {
  let running: Promise<void> | null = null
  let waiting: { readonly question: Question } | null = null

  async function work(first: Question): Promise<void> {
    options.onBusy(true)
    let question = first
    for (;;) {
      try {
        options.onAnswer(await options.send(question), question)
      } catch (error) {
        options.onFailure(error, question)
      }
      if (waiting === null) break
      question = waiting.question
      waiting = null
    }
    running = null
    options.onBusy(false)
  }

  return {
    ask(question) {
      if (running === null) running = work(question)
      else waiting = { question }
    },
    settled: () => running ?? Promise.resolve(),
  }
}
