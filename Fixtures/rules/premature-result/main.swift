// Reads of a script.

// MARK: good

let checked = store.load(1)
if checked.isCompleted { use(checked.result) }  // ok: checked

// MARK: bad

let unchecked = store.load(2)
use(unchecked.result)  // expect: premature-result
