#!/usr/bin/env swift
/* one */ a /* two /* nested */ still two */ b // to the end of the line
/** over
    lines */ c
/**/ d /***/ e /* * / ** */ f
<<<<<<< ours
let conflict = 1
=======
let conflict = 2
>>>>>>> theirs
g // no line end at the end of the file