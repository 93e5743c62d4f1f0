import type { Command } from './command'

export const SIMULATE_OPTIONS: Command['options'] = {
  scenario: { type: 'string' },
  seed: { type: 'string' },
  duration: { type: 'string' },
  check: { type: 'boolean' },
  sweep: { type: 'string', multiple: true },
  metric: { type: 'string', multiple: true },
  seeds: { type: 'string' },
  seek: { type: 'string' },
  keep: { type: 'string', multiple: true },
  junit: { type: 'string' },
  html: { type: 'string' },
  csv: { type: 'string' },
}

export const SIMULATE_OPTION_HELP: Command['optionHelp'] = {
  scenario: 'Name of the scenario; the first of the design when absent.',
  seed: 'Whole number that all draws come from, instead of the scenario’s.',
  duration: 'Length in seconds, instead of the scenario’s.',
  check: 'Exit with 1 when a check of the scenario fails.',
  sweep: 'POINTER=FROM..TO/STEP: run with each value of a setting, named by its JSON pointer; twice for a grid.',
  metric: 'Figure to show of a sweep, as in throttledShare or "latencyP99(GET /orders)"; may be given again.',
  seeds: 'Runs of each, with as many seeds: shows the mean and its 95 % interval.',
  seek: 'POINTER=FROM..TO: find the smallest value of a setting with which everything in --keep holds.',
  keep: 'Condition of a search, as in "throttledShare < 0.01"; may be given again.',
  junit: 'File to write the checks to, as JUnit XML.',
  html: 'File to write a report to, as one HTML page.',
  csv: 'File to write the figures to, as CSV.',
}
