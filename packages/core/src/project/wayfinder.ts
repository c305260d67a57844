import { wayfinderOf } from "../path/wayfinderOf.ts"
import { course } from "./course.ts"

/** How ways through a project are found. */
export const wayfinder = wayfinderOf(course)
