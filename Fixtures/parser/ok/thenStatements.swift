let a = if b { then 1 } else { log(); then f() }
then(2)
