/** When something is said or done in a course. */
export interface At {
  /** In days from the first day of the course. */
  readonly day: number
}
