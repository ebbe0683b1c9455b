"""The official rules, pure and exact: values in, values out."""
